using Bunit;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Registers;

public sealed class RegisterColumnTests_on_Sqlite() : RegisterColumnTests(null);

public sealed class RegisterColumnTests_on_Postgres(PostgresServer server) : RegisterColumnTests(server);

/// <summary>What a column of the group's register says it sorts by, the database can sort by.</summary>
public abstract class RegisterColumnTests(PostgresServer? server) : RegisterPageFixture(server)
{
    public static TheoryData<Type> Pages =>
    [
        typeof(ActivitiesPage), typeof(AgreementsPage), typeof(AssessmentsPage), typeof(ConsentFormsPage), typeof(DisclosuresPage), typeof(EvidencePage),
        typeof(LegalEntitiesPage), typeof(MeasuresPage), typeof(NoticesPage), typeof(PeoplePage), typeof(PersonalDataPage), typeof(RetentionPage),
        typeof(SystemsPage), typeof(ThirdPartiesPage), typeof(TransfersPage),
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_column_sorts_in_both_directions(Type page)
    {
        await FillAsync();
        var shown = await ShowAsync(page, HubRole.PrivacyOfficer, null);
        shown.WaitForAssertion(() => Assert.NotEmpty(Names(shown)));
        var columns = shown.FindAll(".sortable-column-header").Count;
        Assert.InRange(columns, 1, 10);
        for (var column = 0; column < columns; column++)
        {
            for (var direction = 0; direction < 2; direction++)
            {
                shown.FindAll(".sortable-column-header")[column].Click();
                shown.WaitForAssertion(() => Assert.NotEmpty(Names(shown)));
            }
        }
    }
}
