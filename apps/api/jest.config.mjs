import { base } from '../../jest.base.mjs';

export default base({ testTimeout: 240_000 });
