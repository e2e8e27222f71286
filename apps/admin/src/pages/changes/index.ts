import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

const list = pageOf(() => import('./ChangesPage'), 'ChangesPage');
const one = pageOf(() => import('./ChangeSetPage'), 'ChangeSetPage');

export const changes: PageFolder = {
  key: 'changes',
  messages,
  errors,
  routes: [
    { path: '/changes', page: list, needs: 'changeSet.read' },
    { path: '/changes/:id', page: one, needs: 'changeSet.read' },
  ],
  menu: [{ group: 'rules', to: '/changes', label: 'changes.title', icon: RateReviewOutlined, needs: 'changeSet.read' }],
};
