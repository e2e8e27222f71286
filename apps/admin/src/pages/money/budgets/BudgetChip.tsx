import Block from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/CheckOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutline from '@mui/icons-material/HelpOutlineOutlined';
import NotificationsNone from '@mui/icons-material/NotificationsNoneOutlined';
import { useTranslate } from 'ra-core';
import { Chip } from '../../../shared/chips';
import type { Budget } from './documents';
import { stateOf } from './stateOf';

const looks = {
  within: { tone: 'good', icon: Check },
  warned: { tone: 'act', icon: NotificationsNone },
  usedUp: { tone: 'trouble', icon: ErrorOutline },
  undecided: { tone: 'act', icon: HelpOutline },
  suspends: { tone: 'trouble', icon: Block },
} as const;

/** How a budget stands. */
export function BudgetChip({ budget }: { budget: Budget }) {
  const t = useTranslate();
  const state = budget.warnedAt === null ? 'within' : stateOf(budget);
  return <Chip {...looks[state]} label={t(`money.budgets.state.${state}`)} />;
}
