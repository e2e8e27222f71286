import CompareArrows from '@mui/icons-material/CompareArrowsOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

const page = pageOf(() => import('./ComparePage'), 'ComparePage');

export const compare: PageFolder = {
  key: 'compare',
  messages,
  routes: [{ path: '/compare', page, needs: 'rules.read' }],
  menu: [{ group: 'rules', to: '/compare', label: 'compare.title', icon: CompareArrows, needs: 'rules.read' }],
};
