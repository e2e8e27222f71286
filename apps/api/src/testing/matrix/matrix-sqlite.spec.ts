import { holdMatrix } from './hold-matrix.js';

holdMatrix('sqlite');
