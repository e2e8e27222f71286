import { useFormat } from '../format';

interface MoneyProps {
  readonly fen: number | null | undefined;
  readonly currency?: string;
  /** In a table whose head states the unit: no symbol. */
  readonly bare?: boolean;
}

/** An amount given in fen. `–` where there is none. */
export function Money({ fen, currency, bare = false }: MoneyProps) {
  const format = useFormat();
  const text = bare || fen === null || fen === undefined ? format.amount(fen) : format.money(fen, currency);
  return <span className="hw-tabular hw-nowrap">{text}</span>;
}
