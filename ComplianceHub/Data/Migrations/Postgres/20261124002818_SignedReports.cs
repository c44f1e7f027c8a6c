using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ComplianceHub.Data.Migrations.Postgres
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
                type: "character varying(14)",
                maxLength: 14,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReportSha256",
                table: "SignOffs",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TimeStampMissing",
                table: "SignOffs",
                type: "character varying(400)",
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
