// The operators' site: keys, command palette, session warning, passkeys. Every page also works without it.
import { announceNumbers } from './kit/announce.js';
import { giveTokenToHtmx } from './kit/token.js';
import { keepDrafts } from './kit/autosave.js';
import { keepWhatIsShownOnce } from './kit/keepsake.js';
import { listenToKeys } from './kit/keys.js';
import { mindThePage } from './kit/page.js';
import { moveWithArrows } from './kit/arrows.js';
import { runCommands } from './kit/commands.js';
import { usePasskeys } from './kit/passkey.js';
import { watchSession } from './kit/session.js';

usePasskeys();
mindThePage();
giveTokenToHtmx();
keepDrafts();
keepWhatIsShownOnce();
listenToKeys();
moveWithArrows();
runCommands();
watchSession();
announceNumbers();
