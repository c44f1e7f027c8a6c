using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Features.Registers;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Registers;

/// <summary>What the register pages call, in the name of a person, on a database of its own.</summary>
public abstract class RegisterFixture(PostgresServer? server) : HubDatabaseFixture(server)
{
    protected RegisterStore Store(Guid person) => Of<RegisterStore>(person);

    protected DeviationStore DeviationsOf(Guid person) => Of<DeviationStore>(person);

    protected ProposalStore ProposalsOf(Guid person) => Of<ProposalStore>(person);

    protected RegisterQuery Query(Guid person) => Of<RegisterQuery>(person);

    protected GroupRegisterQuery GroupQuery(Guid person) => Of<GroupRegisterQuery>(person);

    protected async Task<T> StoredAsync<T>(Guid id)
        where T : RegisterRecord
    {
        await using var db = await OpenAsync();
        return await db.Set<T>().AsNoTracking().SingleAsync(record => record.Id == id, Ct);
    }

    private T Of<T>(Guid person) => ActivatorUtilities.CreateInstance<T>(ScopeOf(Actor.User(person)));
}
