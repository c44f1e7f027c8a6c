using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ComplianceHub.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignedReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReportCode",
                table: "SignOffs",
                type: "TEXT",
                maxLength: 14,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReportSha256",
                table: "SignOffs",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TimeStampMissing",
                table: "SignOffs",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignOffs_ReportCode",
                table: "SignOffs",
                column: "ReportCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SignOffs_ReportCode",
                table: "SignOffs");

            migrationBuilder.DropColumn(
                name: "ReportCode",
                table: "SignOffs");

            migrationBuilder.DropColumn(
                name: "ReportSha256",
                table: "SignOffs");

            migrationBuilder.DropColumn(
                name: "TimeStampMissing",
                table: "SignOffs");
        }
    }
}
