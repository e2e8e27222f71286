import GroupOutlined from '@mui/icons-material/GroupOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

export const people: PageFolder = {
  key: 'people',
  messages,
  errors,
  routes: [{ path: '/people', page: pageOf(() => import('./PeoplePage'), 'PeoplePage'), needs: 'person.read' }],
  menu: [{ group: 'setup', to: '/people', label: 'people.title', icon: GroupOutlined, needs: 'person.read' }],
};
