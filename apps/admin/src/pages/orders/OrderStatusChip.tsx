import Block from '@mui/icons-material/BlockOutlined';
import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import LocalShipping from '@mui/icons-material/LocalShippingOutlined';
import Payments from '@mui/icons-material/PaymentsOutlined';
import TaskAlt from '@mui/icons-material/TaskAltOutlined';
import { useTranslate } from 'ra-core';
import { Chip } from '../../shared/chips';
import type { OrderRow } from './documents';

const looks = {
  paid: { tone: 'act', icon: Payments },
  shipped: { tone: 'flow', icon: LocalShipping },
  delivered: { tone: 'good', icon: CheckCircle },
  completed: { tone: 'done', icon: TaskAlt },
  cancelled: { tone: 'done', icon: Block },
  unavailable: { tone: 'done', icon: Block },
} as const;

/** How far the sale itself has come. */
export function OrderStatusChip({ status }: { status: OrderRow['status'] }) {
  const t = useTranslate();
  return <Chip {...looks[status]} label={t(`orders.status.${status}`)} />;
}
