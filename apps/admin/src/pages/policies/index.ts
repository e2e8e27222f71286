import LibraryBooksOutlined from '@mui/icons-material/LibraryBooksOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

export const policies: PageFolder = {
  key: 'policies',
  messages,
  errors,
  routes: [
    { path: '/policies', page: pageOf(() => import('./PoliciesPage'), 'PoliciesPage'), needs: 'policy.read' },
    { path: '/policies/:id', page: pageOf(() => import('./PolicyPage'), 'PolicyPage'), needs: 'policy.read' },
    { path: '/policies/:id/versions/:n', page: pageOf(() => import('./VersionPage'), 'VersionPage'), needs: 'policy.read' },
  ],
  menu: [{ group: 'rules', to: '/policies', label: 'policies.title', icon: LibraryBooksOutlined, needs: 'policy.read' }],
};
