"""The numbers of the day of an office: each once, none left out."""

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.model.arrival import ArrivalCounter


async def next_number(work: UnitOfWork, operator: Operator) -> int:
    """Count one on, and give back the number: for an action of the operator's office that gives it to somebody.

    The row of the counter stays locked until the end: no number is given twice, and none is left out.
    """
    one = ArrivalCounter(ente_id=operator.ente_id, office_id=operator.office_id, arrived_on=work.today, last_number=1)
    counted = (
        insert(ArrivalCounter)
        .values(one.model_dump())
        .on_conflict_do_update(
            index_elements=["office_id", "arrived_on"], set_={"last_number": col(ArrivalCounter.last_number) + 1}
        )
    )
    connection = await work.session.connection()
    return (await connection.execute(counted.returning(col(ArrivalCounter.last_number)))).scalar_one()
