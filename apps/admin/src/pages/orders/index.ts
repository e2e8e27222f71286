import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

export const orders: PageFolder = {
  key: 'orders',
  messages,
  routes: [
    { path: '/orders', page: pageOf(() => import('./OrdersPage'), 'OrdersPage'), needs: 'order.read' },
    { path: '/orders/:id', page: pageOf(() => import('./OrderPage'), 'OrderPage'), needs: 'order.read' },
  ],
  menu: [{ group: 'cases', to: '/orders', label: 'orders.title', icon: ReceiptLongOutlined, needs: 'order.read' }],
};
