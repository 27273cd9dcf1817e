import click


@click.command()
def schedule():
    pass
