using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Engine.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NamesThatSort : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "Children",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Children",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Children_SchoolId_SortKey",
                table: "Children",
                columns: new[] { "SchoolId", "SortKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Children_SchoolId_SortKey",
                table: "Children");

            migrationBuilder.DropColumn(
                name: "SearchKeys",
                table: "Children");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Children");
        }
    }
}
