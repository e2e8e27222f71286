import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

const page = pageOf(() => import('./OrgPage'), 'OrgPage');

export const org: PageFolder = {
  key: 'org',
  messages,
  errors,
  routes: [
    { path: '/org', page, needs: 'org.read' },
    { path: '/org/:id', page, needs: 'org.read' },
  ],
  menu: [{ group: 'setup', to: '/org', label: 'org.title', icon: AccountTreeOutlined, needs: 'org.read' }],
};
