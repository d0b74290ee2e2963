import { useTranslate } from "react-admin";

/** What the cells, the plinth and the tick of a capacity strip mean. */
export function CellLegend() {
  const t = useTranslate();
  return (
    <ul className="legend">
      <li>
        <svg width="13" height="13" aria-hidden="true">
          <rect className="cell-used" width="6" height="13" />
          <rect className="cell-used" x="7" width="6" height="13" />
        </svg>
        {t("pools.legend.used")}
      </li>
      <li>
        <svg width="13" height="13" aria-hidden="true">
          <rect className="cell-borrowed" x=".5" y=".5" width="12" height="12" />
        </svg>
        {t("pools.legend.borrowed")}
      </li>
      <li>
        <svg width="13" height="13" aria-hidden="true">
          <rect className="cell-lent" x=".5" y=".5" width="12" height="12" />
        </svg>
        {t("pools.legend.lent")}
      </li>
      <li>
        <svg width="13" height="13" aria-hidden="true">
          <rect className="cell-free" x=".5" y=".5" width="5" height="12" />
          <rect className="cell-free" x="7.5" y=".5" width="5" height="12" />
        </svg>
        {t("pools.legend.free")}
      </li>
      <li>
        <svg width="16" height="13" aria-hidden="true">
          <rect className="cell-guarantee" y="9" width="16" height="2.5" />
        </svg>
        {t("pools.legend.guarantee")}
      </li>
      <li>
        <svg width="4" height="14" aria-hidden="true">
          <rect className="cell-right" x="1" width="1.5" height="14" />
        </svg>
        {t("pools.legend.right")}
      </li>
    </ul>
  );
}
