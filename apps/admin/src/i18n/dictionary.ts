import { folders } from '../pages';
import { textsOf } from '../pages/registry';
import { layoutMessages } from '../layout/messages';
import { assignMessages } from '../shared/assign/messages';
import { chipMessages } from '../shared/chips/messages';
import { errorMessages } from '../shared/errors/messages';
import { sharedMessages } from '../shared/messages';
import { rulesMessages } from '../shared/rules/messages';
import { differenceMessages } from '../shared/difference/messages';
import { suspensionMessages } from '../shared/suspension/messages';
import { glossary } from './glossary';
import type { Bilingual } from './messages';
import { raMessages } from './ra';

/** All texts of the console: those of the shared parts, and those that each page folder brings. */
export const dictionary: readonly Bilingual[] = [
  raMessages,
  glossary,
  chipMessages,
  errorMessages,
  sharedMessages,
  rulesMessages,
  assignMessages,
  differenceMessages,
  suspensionMessages,
  layoutMessages,
  ...folders.map(textsOf),
];
