import { readFileSync, writeFileSync } from 'node:fs';
import { caseTypes, lifecycleDiagram } from '../dist/index.js';

const page = new URL('../../../docs/cases.md', import.meta.url);
const types = [...caseTypes];

/** Puts what the lifecycle table draws into the page, type by type; its spec holds them to each other. */
const drawn = readFileSync(page, 'utf8').replace(/(?<=```mermaid\n)[^`]*/gu, () => lifecycleDiagram(types.shift()));
writeFileSync(page, drawn);
