import './page.mjs';

export { default } from './runner.mjs';
