import InboxOutlined from '@mui/icons-material/InboxOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

export const cases: PageFolder = {
  key: 'cases',
  messages,
  errors,
  routes: [
    { path: '/queue', page: pageOf(() => import('./QueuePage'), 'QueuePage'), needs: 'case.read' },
    { path: '/cases/:id', page: pageOf(() => import('./CasePage'), 'CasePage'), needs: 'case.read' },
  ],
  menu: [{ group: 'cases', to: '/queue', label: 'cases.queue.title', icon: InboxOutlined, needs: 'case.read', goKey: 'q' }],
};
