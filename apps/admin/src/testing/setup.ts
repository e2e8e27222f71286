import { configure } from '@testing-library/dom';

configure({ asyncUtilTimeout: 5000 });

// jsdom has no layout, hence nothing to scroll.
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// Nor a canvas; axe asks it for the width of icon fonts, which the console has none of.
HTMLCanvasElement.prototype.getContext = () => null;

// Node's FormData stands in for jsdom's and reads no form; React makes one of each form whose submission leads to another address.
globalThis.FormData = class extends FormData {
  constructor(_form?: HTMLFormElement) {
    super();
  }
};
