import PersonOutlined from '@mui/icons-material/PersonOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

export const me: PageFolder = {
  key: 'me',
  messages,
  errors,
  routes: [{ path: '/me', page: pageOf(() => import('./MePage'), 'MePage') }],
  menu: [{ group: 'setup', to: '/me', label: 'me.title', icon: PersonOutlined }],
};
