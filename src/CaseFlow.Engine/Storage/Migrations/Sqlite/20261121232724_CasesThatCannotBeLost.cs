using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Engine.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CasesThatCannotBeLost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "HandedOverTo",
                table: "Staff",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnNo",
                table: "Observations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnNo",
                table: "Contacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "AttendanceMarks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SchoolId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HeadTeacherId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DelegateId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HandOverParts",
                columns: table => new
                {
                    HandOverId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChildId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SchoolId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Passed = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOverParts", x => new { x.HandOverId, x.ChildId });
                });

            migrationBuilder.CreateTable(
                name: "HandOvers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SchoolId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<byte[]>(type: "BLOB", nullable: false),
                    To = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StartedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOvers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignalWithdrawals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SchoolId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChildId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SignalId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedNo = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignalWithdrawals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkflowVersions",
                columns: table => new
                {
                    SchoolId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowVersions", x => new { x.SchoolId, x.Version });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_SchoolId_Until",
                table: "Delegations",
                columns: new[] { "SchoolId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_SignalWithdrawals_ChildId",
                table: "SignalWithdrawals",
                column: "ChildId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "HandOverParts");

            migrationBuilder.DropTable(
                name: "HandOvers");

            migrationBuilder.DropTable(
                name: "SignalWithdrawals");

            migrationBuilder.DropTable(
                name: "WorkflowVersions");

            migrationBuilder.DropColumn(
                name: "HandedOverTo",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "WithdrawnNo",
                table: "Observations");

            migrationBuilder.DropColumn(
                name: "WithdrawnNo",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "AttendanceMarks");
        }
    }
}
