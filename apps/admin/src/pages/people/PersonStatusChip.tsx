import Block from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/CheckOutlined';
import MailOutline from '@mui/icons-material/MailOutlineOutlined';
import { useTranslate } from 'ra-core';
import { Chip } from '../../shared/chips';
import type { Person } from './documents';

const looks = {
  active: { tone: 'good', icon: Check },
  invited: { tone: 'wait', icon: MailOutline },
  disabled: { tone: 'done', icon: Block },
} as const;

/** Whether a person can sign in. */
export function PersonStatusChip({ status }: { status: Person['status'] }) {
  const t = useTranslate();
  return <Chip {...looks[status]} label={t(`people.state.${status}`)} />;
}
