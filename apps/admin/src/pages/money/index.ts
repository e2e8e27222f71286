import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import TableChartOutlined from '@mui/icons-material/TableChartOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

export const money: PageFolder = {
  key: 'money',
  messages,
  routes: [
    { path: '/money', page: pageOf(() => import('./MoneyPage'), 'MoneyPage'), needs: 'moneyHome.read' },
    { path: '/money/costs', page: pageOf(() => import('./CostsPage'), 'CostsPage'), needs: 'money.read' },
  ],
  menu: [
    { group: 'money', to: '/money', label: 'money.home.title', icon: AccountBalanceOutlined, needs: 'moneyHome.read' },
    { group: 'money', to: '/money/costs', label: 'money.costs.title', icon: TableChartOutlined, needs: 'money.read', goKey: 'm' },
  ],
};
