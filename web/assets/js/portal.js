// The citizens' site. Everything works without this file; with it the session warns, drafts keep themselves, dialogs open.
import { giveTokenToHtmx } from './kit/token.js';
import { keepDrafts } from './kit/autosave.js';
import { mindThePage } from './kit/page.js';
import { watchSession } from './kit/session.js';

mindThePage();
giveTokenToHtmx();
keepDrafts();
watchSession();
