import type { SvgIconComponent } from '@mui/icons-material';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Bilingual } from '../i18n/messages';
import type { ResourceHandlers } from '../providers/dataProvider';

/** The groups of the menu, in its order. */
export const menuGroups = ['home', 'rules', 'cases', 'money', 'insight', 'setup'] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface MenuEntry {
  readonly group: MenuGroup;
  /** Path, with a query where the page wants one. */
  readonly to: string;
  /** Key of its name. */
  readonly label: string;
  readonly icon: SvgIconComponent;
  /** Permission without which it is not shown. */
  readonly needs?: string;
  /** Letter that goes there after `g`. */
  readonly goKey?: string;
}

export interface PageRoute {
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
  /** Permission without which the page looks like one that does not exist. */
  readonly needs?: string;
  /** Shown without the frame, to anybody: an invitation. */
  readonly outside?: boolean;
}

/** What a page folder gives to the console; its `index.ts` exports one, and `pages/index.ts` lists it. */
export interface PageFolder {
  /** Name of the folder, and the first part of its messages' keys. */
  readonly key: string;
  readonly messages: Bilingual;
  /** Sentences for the codes with which the folder's operations are refused: `{ zh: { WRONG_PASSWORD: '…' }, en: … }`. */
  readonly errors?: Bilingual;
  readonly routes: readonly PageRoute[];
  readonly menu?: readonly MenuEntry[];
  /** Handlers for react-admin's data hooks, by resource name. */
  readonly resources?: Readonly<Record<string, ResourceHandlers>>;
}

/** A page that is loaded when it is first opened: `pageOf(() => import('./QueuePage'), 'QueuePage')`. */
export function pageOf<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(() => load().then((module) => ({ default: module[name] })));
}

const none: Bilingual = { zh: {}, en: {} };

/** A folder's texts where the console finds them: `title` of `queue` is `queue.title`; a code's sentence is `error.CODE`. */
export function textsOf({ key, messages, errors = none }: PageFolder): Bilingual {
  return { zh: { [key]: messages.zh, error: errors.zh }, en: { [key]: messages.en, error: errors.en } };
}
