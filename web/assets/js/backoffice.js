// The operators' site: keys, command palette, undo, session warning. Every page also works without it.
import { clearToasts } from './kit/undo.js';
import { giveTokenToHtmx } from './kit/token.js';
import { keepDrafts } from './kit/autosave.js';
import { listenToKeys } from './kit/keys.js';
import { mindThePage } from './kit/page.js';
import { runCommands } from './kit/commands.js';
import { watchSession } from './kit/session.js';

mindThePage();
giveTokenToHtmx();
keepDrafts();
listenToKeys();
runCommands();
clearToasts();
watchSession();
