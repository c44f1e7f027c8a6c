using ComplianceHub.Data;
using ComplianceHub.Domain;
using Npgsql;

namespace ComplianceHub.Tests.Data;

public sealed class DatabaseConnectionTests
{
    [Theory]
    [InlineData("Data Source=hub.db", "hub.db")]
    [InlineData("data source=a/b.db;Mode=ReadOnly", "a/b.db")]
    [InlineData("Filename=c.sqlite", "c.sqlite")]
    [InlineData("some folder/hub.db", "some folder/hub.db")]
    public void A_file_is_SQLite_and_relative_to_where_the_program_started(string text, string file)
    {
        var connection = DatabaseConnection.Parse(text, "data");
        Assert.False(connection.IsPostgres);
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, file), connection.File);
        Assert.Equal(connection.File, connection.Description);
        Assert.Contains("Default Timeout=5", connection.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("  ")]
    public void Nothing_is_a_file_in_the_data_folder(string? text) =>
        Assert.Equal(Path.GetFullPath("given/compliancehub.db"), DatabaseConnection.Parse(text, "given").File);

    [Theory]
    [InlineData("Host=db.example;Database=hub;Username=u;Password=secret")]
    [InlineData("Server=db.example;Database=hub")]
    [InlineData("postgres://u:secret@db.example/hub")]
    [InlineData("postgresql://u:s%40cret@db.example:5433/hub?sslmode=require")]
    public void A_host_is_PostgreSQL_and_its_password_is_shown_to_nobody(string text)
    {
        var connection = DatabaseConnection.Parse(text, "data");
        Assert.True(connection.IsPostgres);
        Assert.Null(connection.File);
        Assert.Equal("PostgreSQL hub on db.example", connection.Description);
    }

    [Fact]
    public void An_address_is_read_whole()
    {
        var builder = new NpgsqlConnectionStringBuilder(DatabaseConnection.Parse("postgres://u:s%40cret@db.example:5433/hub?sslmode=require", "data").ConnectionString);
        Assert.Equal(("u", "s@cret", 5433, SslMode.Require), (builder.Username, builder.Password, builder.Port, builder.SslMode));
    }

    [Theory]
    [InlineData("Nonsense=1"), InlineData("Host=a;Colour=red"), InlineData("postgres://"), InlineData("Data Source=hub.db;Cache=Sometimes")]
    public void Anything_else_is_refused_with_a_sentence(string text) =>
        Assert.Contains("is not understood", Assert.Throws<DomainException>(() => DatabaseConnection.Parse(text, "data")).Message, StringComparison.Ordinal);
}
