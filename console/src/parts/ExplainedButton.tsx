import { Button, type ButtonProps, Tooltip } from "@mui/material";
import { useId } from "react";

type Props = ButtonProps & {
  /** Why it cannot be pressed now; without a reason it can. */
  readonly disabledReason?: string;
};

/** A button that stays reachable when it may not be pressed, and says why. */
export function ExplainedButton({ disabledReason, onClick, className, ...props }: Props) {
  const id = useId();
  if (disabledReason === undefined) return <Button className={className} onClick={onClick} {...props} />;
  return (
    <>
      <Tooltip title={disabledReason}>
        <Button
          {...props}
          className="button-explained"
          aria-disabled="true"
          aria-describedby={id}
          aria-label={undefined}
          onClick={(event) => event.preventDefault()}
        />
      </Tooltip>
      <span id={id} className="sr-only">
        {disabledReason}
      </span>
    </>
  );
}
