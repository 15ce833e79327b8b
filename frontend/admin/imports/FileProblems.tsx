import type { SheetProblem } from '@geoarchive/domain/sheets/problem.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert } from 'antd';

type Props = { problems: readonly SheetProblem[]; type: 'error' | 'info' };

/** What is wrong with a file as a whole, or to be known about it, and what to do. */
export const FileProblems = ({ problems, type }: Props) => {
  const { say } = useLanguage();
  return problems.map(({ code, message, remedy }) => (
    <Alert
      key={`${code} ${message.en}`}
      type={type}
      showIcon
      role={type === 'error' ? 'alert' : 'status'}
      className="ga-notice"
      title={say(message)}
      description={say(remedy)}
    />
  ));
};
