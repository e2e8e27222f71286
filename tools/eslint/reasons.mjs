/** A suppression says why: `eslint-disable-next-line rule -- reason`, the same with `oxlint-`. */
export const suppressionsGiveReasons = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Say why after " -- ": a suppression without a reason stays for ever.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*(?:es|ox)lint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value)) {
            context.report({ loc: comment.loc, messageId: 'missing' });
          }
        }
      },
    };
  },
};
