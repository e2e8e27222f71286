/** A text in both of the product's languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;
export const languages = ['zh', 'en'] as const satisfies readonly Language[];
