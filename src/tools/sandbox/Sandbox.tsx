/**
 * The sandbox: any scenario, or any run that somebody sent, on the whole bench. Its address holds the run; what is
 * wrong with an address is said in a sentence, with the nearest thing that can be shown.
 */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Player } from '#/player';
import {
  asScenario,
  type Catalogue,
  encodeLink,
  loadProtocol,
  type Nearest,
  openLink,
  type ProtocolModule,
  payloadOf,
  type RunPayload,
  type Scenario,
  type Step,
  scenarioText,
  type Variant,
} from '#/scenarios';
import { commandWords, timeText } from '#/stage';
import {
  Button,
  ButtonRow,
  CopyButton,
  CopyIcon,
  LinkIcon,
  Notice,
  NumberField,
  Select,
  TextField,
} from '#/ui';
import { Bench } from './Bench';
import { ExportRun } from './ExportRun';
import styles from './Sandbox.module.css';

/** What is on the bench. A new object is a new run. */
export interface OnBench {
  readonly scenario: Scenario;
  readonly module: ProtocolModule;
  readonly payload: RunPayload | null;
  readonly variant: Variant;
}

export interface SandboxProps {
  /** What the page is prerendered with. */
  first: { readonly scenario: Scenario; readonly module: ProtocolModule };
  catalogue: Catalogue;
  /** The end of the address, from `#`; empty on the first render. */
  hash: string;
  /** Where runs are kept on this device, and how one is kept; they are kept as they come to their end. */
  shelf?: Shelf | undefined;
}

export interface Shelf {
  /** The steps of each run kept of a scenario, oldest first. */
  readonly runs: Readonly<Record<string, readonly { readonly steps: readonly Step[] }[]>>;
  save(scenario: string, player: Player): void;
}

const NONE: Variant = {};

export function Sandbox({ first, catalogue, hash, shelf }: SandboxProps) {
  const [bench, setBench] = useState<OnBench>({ ...first, payload: null, variant: NONE });
  const [player, setPlayer] = useState<Player | null>(null);
  const [wrong, setWrong] = useState<{ reason: string; nearest: Nearest | null } | null>(null);
  const [pasted, setPasted] = useState('');

  const open = useCallback(
    async (text: string) => {
      const opened = await openLink(text, catalogue, loadProtocol);
      if (!opened.ok) return setWrong(opened);
      const { scenario, module, payload } = opened;
      setWrong(null);
      setBench({ scenario, module, payload, variant: payload.variant ?? NONE });
    },
    [catalogue],
  );

  useEffect(() => {
    if (hash.includes('s=')) void open(hash);
  }, [hash, open]);

  async function choose(name: string, variant: Variant = NONE): Promise<void> {
    const scenario = catalogue.scenarios[name];
    if (!scenario) return;
    setWrong(null);
    setBench({ scenario, module: await loadProtocol(scenario.protocol), payload: null, variant });
  }

  async function take({ scenario, payload }: Nearest): Promise<void> {
    setWrong(null);
    const module = await loadProtocol(scenario.protocol);
    setBench({ scenario, module, payload, variant: payload?.variant ?? NONE });
  }

  useKeeping(player, (p) => shelf?.save(bench.scenario.name, p));

  function replay(steps: readonly Step[]): void {
    try {
      player?.reset(steps);
      player?.start();
      setWrong(null);
    } catch {
      player?.reset();
      setWrong({
        reason: 'This run was made with an earlier version of the lab and no longer replays.',
        nearest: null,
      });
    }
  }

  const { scenario, module, variant, payload } = bench;
  const standing = () => {
    if (!player) return null;
    const { branch, index } = player.store.getState();
    return payloadOf({
      scenario,
      module,
      variant,
      recording: player.recording,
      branch,
      index,
      at: player.now(),
    });
  };
  const link = () => {
    const now = standing();
    const end = now && encodeLink(now);
    return end && `${window.location.href.split('#')[0]}${end}`;
  };
  const copyScenario = () => {
    if (!player) return null;
    const { branch } = player.store.getState();
    return scenarioText(asScenario(scenario, variant, player.recording.branch(branch)));
  };

  const saved = shelf?.runs[scenario.name] ?? [];
  return (
    <div className={styles.sandbox}>
      <div className={styles.head}>
        <Select
          label="Scenario"
          value={scenario.name}
          options={Object.values(catalogue.scenarios).map((s) => ({ value: s.name, label: s.title }))}
          onChange={(name) => void choose(name)}
        />
        <NumberField
          label="Seed"
          value={variant.seed ?? scenario.seed}
          min={0}
          max={4_294_967_295}
          onCommit={(seed) => void choose(scenario.name, { ...variant, seed })}
        />
        <CopyButton
          icon={<LinkIcon />}
          text={link}
          copied="Link copied. Whoever opens it sees this run."
          failed="This run is too long for a link. Copy it as a scenario instead."
        >
          Copy link to this run
        </CopyButton>
        <CopyButton icon={<CopyIcon />} text={copyScenario} copied="Copied: the run as a scenario, in JSON.">
          Copy as scenario
        </CopyButton>
        <ExportRun player={player} />
      </div>
      {wrong && (
        <Notice tone="warning" title="That run cannot be shown" live="assertive">
          {wrong.reason}
          {wrong.nearest && (
            <ButtonRow label="Instead">
              <Button onClick={() => wrong.nearest && void take(wrong.nearest)}>
                Show {wrong.nearest.words}
              </Button>
            </ButtonRow>
          )}
        </Notice>
      )}
      <Bench
        key={`${scenario.name} ${payload?.digest ?? ''} ${variant.seed ?? ''}`}
        scenario={scenario}
        module={module}
        variant={variant}
        {...(payload ? { steps: payload.steps, opening: payload.cursor } : {})}
        all
        onPlayer={setPlayer}
      />
      <div className={styles.other}>
        <form
          className={styles.paste}
          onSubmit={(event) => {
            event.preventDefault();
            void open(pasted);
          }}
        >
          <TextField label="Open a link somebody sent" value={pasted} onChange={setPasted} />
          <Button type="submit">Open</Button>
        </form>
        {saved.length > 0 && (
          <section aria-label="Your runs of this scenario">
            <h2>Your runs of this scenario</h2>
            <ol className={styles.saved}>
              {saved.map(({ steps }) => (
                <li key={JSON.stringify(steps)}>
                  <Button variant="quiet" onClick={() => replay(steps)}>
                    {told(steps, scenario)}
                  </Button>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </div>
  );
}

/** What was done in a run, as its name. */
const told = (steps: readonly Step[], scenario: Scenario): string =>
  steps
    .slice(0, 4)
    .map((step) =>
      'command' in step ? `${commandWords(step.command, scenario)} at ${timeText(step.at)}` : '',
    )
    .join(', ') + (steps.length > 4 ? ` and ${steps.length - 4} more` : '');

/** Keeps a run when it comes to its end, if anything was done in it. */
function useKeeping(player: Player | null, keep: (player: Player) => void): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    if (!player) return;
    let last = '';
    return player.store.subscribe(({ over, index, frontier, branch, run }) => {
      const end = `${run} ${branch} ${index}`;
      if (!over || index < frontier || end === last) return;
      last = end;
      if (player.recording.branch(branch).steps.length > 0) latest.current(player);
    });
  }, [player]);
}
