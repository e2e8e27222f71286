import { useQueryClient } from '@tanstack/react-query';
import type { Locale } from '../i18n/messages';
import { graphql } from '../providers/graphql';
import { request } from '../providers/request';
import { rememberViewer, viewerFields } from '../providers/session';
import { useNotice } from '../shared/useNotice';

const saveLanguageDocument = graphql(
  `
    mutation SaveLanguage($language: Language!) {
      updateMe(language: $language) {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

/** Keeps the chosen language with the account, so that it follows its owner to other devices and into mails. */
export function useSaveLanguage(): (language: Locale) => void {
  const client = useQueryClient();
  const notice = useNotice();
  return (language) => {
    request(saveLanguageDocument, { language })
      .then((answer) => rememberViewer(client, answer.updateMe))
      .catch(notice.failed);
  };
}
