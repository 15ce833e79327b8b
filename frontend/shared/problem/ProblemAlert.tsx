import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { local, remedyKey, toProblem } from './problem.ts';

type Props = { error: unknown; onRetry?: (() => void) | undefined };

/** An error for people: what happened, where, and what to do next. */
export const ProblemAlert = ({ error, onRetry }: Props) => {
  const { t } = useTranslation();
  const problem = toProblem(error);
  // A field whose message is only its own name says nothing that the detail does not.
  const fields = (problem.fields ?? []).filter(({ field, message }) => !field.endsWith(message));
  const fallback = t(problem.type === local.unreachable ? 'problem.unreachable' : 'problem.unexpected');
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="ga-notice"
      title={problem.title === '' ? fallback : problem.title}
      description={
        <Flex vertical gap={6}>
          {problem.detail !== undefined && <span>{problem.detail}</span>}
          {fields.length > 0 && (
            <ul className="ga-plain-list">
              {fields.slice(0, 10).map(({ field, message }) => (
                <li key={`${field} ${message}`}>
                  <code>{field}</code> {message}
                </li>
              ))}
            </ul>
          )}
          <span>{problem.remedy ?? t(remedyKey(problem))}</span>
          {problem.instance !== undefined && (
            <small className="ga-soft">{t('problem.reference', { reference: problem.instance })}</small>
          )}
        </Flex>
      }
      action={onRetry !== undefined && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    />
  );
};
