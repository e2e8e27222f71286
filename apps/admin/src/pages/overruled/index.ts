import RuleOutlined from '@mui/icons-material/RuleOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

const page = pageOf(() => import('./OverruledPage'), 'OverruledPage');

export const overruled: PageFolder = {
  key: 'overruled',
  messages,
  routes: [{ path: '/overruled', page, needs: 'case.readOverruled' }],
  menu: [{ group: 'cases', to: '/overruled', label: 'overruled.title', icon: RuleOutlined, needs: 'case.readOverruled' }],
};
