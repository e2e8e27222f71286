import { folders } from '../pages';
import { textsOf } from '../pages/registry';
import { layoutMessages } from '../layout/messages';
import { acknowledgeMessages } from '../shared/acknowledge/messages';
import { assignMessages } from '../shared/assign/messages';
import { changeSetMessages } from '../shared/changeSet/messages';
import { chipMessages } from '../shared/chips/messages';
import { errorMessages } from '../shared/errors/messages';
import { sharedMessages } from '../shared/messages';
import { rulesMessages } from '../shared/rules/messages';
import { differenceMessages } from '../shared/difference/messages';
import { textMessages } from '../shared/texts/messages';
import { orderRulesMessages } from '../shared/orderRules/messages';
import { exemptionMessages } from '../shared/exemption/messages';
import { rolloutMessages } from '../shared/rollout/messages';
import { suspensionMessages } from '../shared/suspension/messages';
import { timelineMessages } from '../shared/timeline/messages';
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
  changeSetMessages,
  acknowledgeMessages,
  rolloutMessages,
  differenceMessages,
  suspensionMessages,
  exemptionMessages,
  textMessages,
  orderRulesMessages,
  timelineMessages,
  layoutMessages,
  ...folders.map(textsOf),
];
