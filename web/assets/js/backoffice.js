// The operators' site: keys, command palette, session warning. Every page also works without it.
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
watchSession();
