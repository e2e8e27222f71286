import '@testing-library/jest-dom';
import { cleanup, configure } from '@testing-library/react';
import { setServerTime } from '../shared/clock';

configure({ asyncUtilTimeout: 5000 });

// jsdom has no layout, hence nothing to scroll.
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// Nor a canvas; axe asks it for the width of icon fonts, which the console has none of.
HTMLCanvasElement.prototype.getContext = () => null;

// Node's FormData stands in for jsdom's and reads no form; React makes one of each form whose submission leads to another address.
class FormlessData extends FormData {
  constructor(_form?: HTMLFormElement) {
    super();
  }
}
globalThis.FormData = FormlessData;

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

// The files of a worker share its page and modules: each finds them as if the page had just been opened.
beforeAll(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
});
afterEach(() => {
  cleanup();
  document.head.replaceChildren();
});
afterAll(() => {
  document.body.replaceChildren();
  document.title = '';
  for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  setServerTime(new Date().toISOString());
});
