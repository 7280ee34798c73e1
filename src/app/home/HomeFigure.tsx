/** The live figure of the front page. */
import type { ProtocolModule, Scenario } from '#/scenarios';
import { Bench } from '#/tools';

interface Props {
  scenario: Scenario;
  module: ProtocolModule;
}

export function HomeFigure({ scenario, module }: Props) {
  return <Bench scenario={scenario} module={module} size="compact" />;
}
