import EditOffOutlined from '@mui/icons-material/EditOffOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

const page = pageOf(() => import('./OverruledPage'), 'OverruledPage');

export const overruled: PageFolder = {
  key: 'overruled',
  messages,
  routes: [{ path: '/overruled', page, needs: 'case.readOverruled' }],
  menu: [{ group: 'cases', to: '/overruled', label: 'overruled.title', icon: EditOffOutlined, needs: 'case.readOverruled' }],
};
