/** What speed brings: conversion by how soon the first answer came, as a chart to look at and a table to read (H91, H96). */
import type { ResponseQuality } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { percentText } from "./percent-text.ts";
import { ReportTable } from "./ReportTable.tsx";
import { ShareBar } from "./ShareBar.tsx";

const HEIGHT = 132;
const TOP = 16;
const BASE = 108;
const STEP = 100;
const BAR = 44;

export function ResponseChart({
  responses,
}: {
  readonly responses: readonly ResponseQuality[];
}): JSX.Element {
  const text = words.value.reports;
  // To the next tenth above everything that is shown, so that small shares can be told apart too.
  const highest = Math.max(0.1, ...responses.map(({ converted }) => (converted.of > 0 ? converted.high : 0)));
  const top = Math.min(1, Math.ceil(highest * 10) / 10);
  const heightAt = (share: number) => BASE - (share / top) * (BASE - TOP);
  const width = responses.length * STEP;
  return (
    <>
      <ReportTable
        id="by-speed"
        title={text.speed}
        lead={text.speedLead}
        columns={[text.response, text.handoffs, text.converted, text.tooLate]}
      >
        {responses.map(({ bucket, handoffs, converted, tooLate }) => (
          <tr key={bucket}>
            <th scope="row">{text.bucket[bucket]}</th>
            <td class="number">{handoffs}</td>
            <td>
              <ShareBar share={converted} />
            </td>
            <td>
              <ShareBar share={tooLate} tone="bad" />
            </td>
          </tr>
        ))}
      </ReportTable>
      <svg class="chart" viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <line class="chart-base" x1="0" x2={width} y1={BASE} y2={BASE} />
        {responses.map(({ bucket, converted }, at) => {
          const middle = at * STEP + STEP / 2;
          const { share, low, high } = converted;
          return (
            <g key={bucket}>
              {share !== null && (
                <>
                  <rect
                    class="chart-bar"
                    x={middle - BAR / 2}
                    y={heightAt(share)}
                    width={BAR}
                    height={BASE - heightAt(share)}
                    rx="3"
                  />
                  <line class="chart-line" x1={middle} x2={middle} y1={heightAt(low)} y2={heightAt(high)} />
                  <text class="chart-figure" x={middle + BAR / 2 + 4} y={heightAt(share) + 4}>
                    {percentText(share)}
                  </text>
                </>
              )}
              <text class="chart-name" x={middle} y={BASE + 16}>
                {text.bucket[bucket]}
              </text>
            </g>
          );
        })}
      </svg>
    </>
  );
}
