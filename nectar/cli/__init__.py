"""The command line: `nectar`. Errors that a user can mend end here, in one sentence and a tip."""

import errno
import gc
import logging
import sys
from importlib import import_module
from pathlib import Path

import click

from nectar.cli.home import Home
from nectar.cli.show import complain, pour_away
from pipeline.errors import UserError

INTERRUPTED = 130
_UNWRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
NEW = 50_000
"""New objects before garbage is looked for: what is read from a database is many small ones that stay, and 700 make it take half as long again."""


COMMANDS = (
    "demo follow outlets check sources crawl score report compare weekly query explain forget "
    "compare-engines train serve export doctor backup vacuum schedule"
).split()
"""Each is the function of its name, in the module of its name."""


class _Commands(click.Group):
    """Imports the one command that runs: all of them take as long as the rest of the start."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            if ctx.resilient_parsing:
                return None
            raise click.NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"nectar.cli.{name}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--home", envvar="NECTAR_HOME", type=click.Path(path_type=Path), help="Folder of nectar.db and site/.")
@click.option("--db", envvar="NECTAR_DB", metavar="URL", help="Database URL instead of HOME/nectar.db.")
@click.version_option(package_name="nectar")
@click.pass_context
def cli(context: click.Context, home: Path | None, db: str | None) -> None:
    """Follow a series through the press: what was promised, what was delivered, aspect by aspect."""
    context.obj = Home.of(home, db)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process with its exit code."""
    gc.set_threshold(NEW, 20, 20)
    code = run(arguments)
    gc.freeze()  # else the interpreter looks through all libraries for garbage before it ends: up to half a second
    sys.exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run a command: 0 all well, 1 failed, 2 what the user gave is wrong, 3 some sources failed, 75 locked, 130 interrupted."""
    logging.raiseExceptions = False  # a log that can't be written (a full disk) is no reason for a traceback
    try:
        code = cli.main(arguments, prog_name="nectar", standalone_mode=False)
        sys.stdout.flush()
    except UserError as error:
        complain(str(error), error.tip)
        return error.code
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        complain("Interrupted. What was stored is intact.", "The same command goes on from there.")
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # `nectar query … | head` is no error; rich and click make it a SystemExit
        pour_away()
        return 0
    except OSError as error:
        if error.filename is not None or error.errno not in _UNWRITTEN:
            raise
        pour_away()
        complain(f"The output can't be written: {error.strerror}.", "Free some space, or send it elsewhere.")
        return 1
    return code if isinstance(code, int) else 0
