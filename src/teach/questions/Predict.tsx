/** Say what the run will do, lock it, and watch. */

import type { QuestionOf } from '#/scenarios';
import { RadioGroup } from '#/ui';
import { Feedback } from './Feedback';
import { QuestionFrame } from './QuestionFrame';
import { useQuestion } from './use-question';

export function Predict({ question }: { question: QuestionOf<'predict'> }) {
  const asked = useQuestion(question);
  const chosen = asked.answer?.kind === 'predict' ? asked.answer.option : null;
  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Predict, then run"
      lockLabel="Lock in and run"
      missing={chosen === null ? 'Choose what you think will happen.' : null}
      world={question.variant}
      feedback={(heading) =>
        chosen !== null && <Feedback question={question} chosen={chosen} heading={heading} />
      }
    >
      <RadioGroup
        legend={question.question}
        value={chosen}
        options={question.options.map(({ id, text }) => ({ value: id, label: text }))}
        onChange={(option) => asked.choose({ kind: 'predict', option })}
        disabled={asked.revealed}
      />
    </QuestionFrame>
  );
}
