import HomeOutlined from '@mui/icons-material/HomeOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

export const home: PageFolder = {
  key: 'home',
  messages,
  routes: [{ path: '/', page: pageOf(() => import('./HomePage'), 'HomePage'), needs: 'home.read' }],
  menu: [{ group: 'home', to: '/', label: 'home.title', icon: HomeOutlined, needs: 'home.read' }],
};
