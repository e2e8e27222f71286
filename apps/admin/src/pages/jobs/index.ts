import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

export const jobs: PageFolder = {
  key: 'jobs',
  messages,
  errors,
  routes: [
    { path: '/coverage/select', page: pageOf(() => import('./SelectPage'), 'SelectPage'), needs: 'coverage.turnOn' },
    { path: '/jobs', page: pageOf(() => import('./JobsPage'), 'JobsPage'), needs: 'case.read' },
    { path: '/jobs/:id', page: pageOf(() => import('./JobPage'), 'JobPage'), needs: 'case.read' },
  ],
};
