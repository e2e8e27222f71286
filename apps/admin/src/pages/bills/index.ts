import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors } from './errors';
import { messages } from './messages';

export const bills: PageFolder = {
  key: 'bills',
  messages,
  errors,
  routes: [
    { path: '/money/bills', page: pageOf(() => import('./BillsPage'), 'BillsPage'), needs: 'bill.read' },
    { path: '/money/bills/price-cards', page: pageOf(() => import('./cards/CardsPage'), 'CardsPage'), needs: 'bill.read' },
    { path: '/money/bills/price-cards/:id', page: pageOf(() => import('./cards/CardPage'), 'CardPage'), needs: 'bill.read' },
    { path: '/money/bills/:id', page: pageOf(() => import('./BillPage'), 'BillPage'), needs: 'bill.read' },
  ],
  menu: [{ group: 'money', to: '/money/bills', label: 'bills.title', icon: ReceiptLongOutlined, needs: 'bill.read' }],
};
