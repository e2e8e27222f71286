export { FindBox, useTyped } from './FindBox';
export { gather } from './gather';
