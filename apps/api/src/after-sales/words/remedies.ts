import { money, type Label } from './format.js';

export type RemedyVerb = 'issueLabel' | 'compensate' | 'appeal' | 'answerAppeal';

const sentences: Readonly<Record<RemedyVerb, (most: number | null) => Label>> = {
  issueLabel: () => ({
    zh: '买家用它寄回不付运费；寄出后运费记为责任运费，由分店付给快递公司',
    en: 'The buyer sends the goods back by it and pays nothing; the store owes the carrier the freight, as one of fault, once they go out',
  }),
  compensate: (most) => ({
    zh: `立即打款给买家，最多还可补偿 ${money(most ?? 0)}，由分店承担`,
    en: `Paid to the buyer at once; up to ${money(most ?? 0)} is left to give. The store bears it`,
  }),
  appeal: () => ({
    zh: '由总部复核判责；售后单照常处理',
    en: 'HQ looks at the liability again; the case goes on meanwhile',
  }),
  answerAppeal: () => ({
    zh: '维持或改判；改判后，按责任分摊的费用冲销重记',
    en: 'Upholds it or names another; costs that were shared by fault are then reversed and posted anew',
  }),
};

/** What a button beside the state will do; `most` in fen where it gives money. */
export const remedyText = (verb: RemedyVerb, most: number | null): Label => sentences[verb](most);
