import ToggleOnOutlined from '@mui/icons-material/ToggleOnOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

export const coverage: PageFolder = {
  key: 'coverage',
  messages,
  errors,
  routes: [{ path: '/coverage', page: pageOf(() => import('./CoveragePage'), 'CoveragePage'), needs: 'coverage.read' }],
  menu: [
    { group: 'rules', to: '/coverage', label: 'coverage.title', icon: ToggleOnOutlined, needs: 'coverage.read', goKey: 'c' },
  ],
};
